;; What a question costs most is comparing vectors of bytes. This loop does it with the SIMD
;; instructions that JavaScript does not reach, about ten times as fast. `npm run scan-kernel` makes
;; src/modules/matching/domain/scan-kernel.ts of this file.
(module
  (import "scan" "memory" (memory 1))

  ;; Dot products of the row at `own` with each of the `count` rows that lie one behind the other
  ;; from `rows` on; `width` signed bytes a row, a multiple of 16. A signed 32-bit number each from
  ;; `into` on.
  (func (export "dots")
    (param $rows i32) (param $width i32) (param $count i32) (param $own i32) (param $into i32)
    (local $end i32) (local $at i32) (local $sum v128) (local $a v128) (local $b v128)
    (local.set $end (i32.add (local.get $into) (i32.shl (local.get $count) (i32.const 2))))
    (block $done
      (loop $each
        (br_if $done (i32.ge_u (local.get $into) (local.get $end)))
        (local.set $sum (v128.const i32x4 0 0 0 0))
        (local.set $at (i32.const 0))
        (loop $bytes
          (local.set $a (v128.load (i32.add (local.get $rows) (local.get $at))))
          (local.set $b (v128.load (i32.add (local.get $own) (local.get $at))))
          (local.set $sum (i32x4.add (local.get $sum)
            (i32x4.add
              (i32x4.dot_i16x8_s
                (i16x8.extend_low_i8x16_s (local.get $a))
                (i16x8.extend_low_i8x16_s (local.get $b)))
              (i32x4.dot_i16x8_s
                (i16x8.extend_high_i8x16_s (local.get $a))
                (i16x8.extend_high_i8x16_s (local.get $b))))))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br_if $bytes (i32.lt_u (local.get $at) (local.get $width))))
        (i32.store (local.get $into)
          (i32.add
            (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
            (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum)))))
        (local.set $rows (i32.add (local.get $rows) (local.get $width)))
        (local.set $into (i32.add (local.get $into) (i32.const 4)))
        (br $each)))))
