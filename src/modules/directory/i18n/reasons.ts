import type { Catalog } from '../../../platform/i18n/languages.ts';

export const directoryMessages: Catalog = {
  'zh-CN': {
    'directory.operators': '运营员',
    'directory.claim_task': '审这次认领',
    'organisation.uscc_length': '统一社会信用代码应为 18 位，请核对营业执照。',
    'organisation.uscc_alphabet': '统一社会信用代码里有不该出现的字符（没有 I、O、S、V、Z）。',
    'organisation.uscc_check': '统一社会信用代码的校验位不对，请逐位核对。',
    'organisation.uscc_taken': '“{name}”已经用这个代码登记。如果是您的单位，请联系平台运营员核实。',
    'organisation.region': '没有这个行政区划代码，请重新选择地区。',
    'expert.already': '您已经登记过专家档案。',
    'organisation.name_taken': '已经有一家没有代码的单位叫“{name}”。请先看看是不是同一家。',
    'organisation.carrier_type': '只有载体才有载体类型，请先把类别改成载体。',
    'organisation.uscc_fixed':
      '统一社会信用代码登记以后只有运营员能改。如果确实有误，请联系平台运营员。',
    'organisation.parent': '这家上级单位不存在或者已经停用，请重新选择。',
    'organisation.parent_ring': '这家单位在它的下面，不能作它的上级。',
    'organisation.has_listings':
      '还有 {needs} 条公开需求、{achievements} 项公开成果。请先结束或撤下，再停用单位。',
    'directory.not_in_use': '这一条已经停用或并入别处。',
    'directory.merge_itself': '不能并入自己。',
    'directory.merge_ended': '要并入的那一条已经停用，请先恢复，或者选另一条。',
    'directory.merge_example': '示例和真实登记不能合并。',
    'directory.merge_codes': '两家都有统一社会信用代码，是两个法人。如果其中一个写错了，请先改正。',
    'directory.merge_accounts': '两份档案各有账号。请先让其中一位停用自己的档案。',
    'directory.merge_family': '合并以后上下级会绕成一圈。请先改掉中间那家的上级。',
    'carrier.no_members': '只有载体和联盟才有成员和活动。',
    'carrier.member': '请选一家在用的单位或一位在用的专家，不能选它自己。',
    'carrier.already_member': '已经是成员了。',
    'carrier.until_before_from': '离开的日子不能早于加入的日子。',
    'carrier.not_a_member': '只有这个载体的人、它的成员和运营员可以写动态。',
    'carrier.not_yet': '日期还没到。发生过的事才写进动态。',
    'expert.field': '有一个领域不在名录里，请重新选择。',
    'expert.orcid_length': 'ORCID 应为 16 位，请核对。',
    'expert.orcid_alphabet': 'ORCID 只有数字，最后一位可以是 X，请核对。',
    'expert.orcid_check': 'ORCID 的校验位不对，请逐位核对。',
    'expert.orcid_taken':
      '“{name}”已经用这个 ORCID 登记。如果是同一个人，请认领那份档案，或请运营员合并。',
    'claim.already_yours': '这已经是您的了。',
    'claim.taken': '这份档案已经有人管理。如果不对，请联系平台运营员。',
    'claim.one_profile': '您已经有一份专家档案。如果这份也是您的，请联系运营员合并。',
    'claim.has_profile': '这个账号已经有一份专家档案，请改用合并。',
    'claim.open': '您已经认领过，正在等运营员核实。',
    'people.already_member': '这个邮箱的账号已经是成员。',
    'people.invitation_used': '这个邀请已经用过或者收回了。请让邀请您的人再发一次。',
    'people.invitation_expired': '这个邀请过期了。请让邀请您的人再发一次。',
    'people.other_address':
      '这个邀请是发给 {email} 的。请用那个邮箱的账号登录，或者让对方改发到您现在的邮箱。',
    'people.last_member': '您是最后一位成员。请先邀请别人，或者请运营员处理。',
    'people.leave_instead': '要离开的是您自己，请用“退出”。',
    'facility.opening_order': '开放时间里，结束要晚于开始。',
    'facility.opening_overlap': '同一天的两段开放时间重叠了。',
    'facility.opening_short': '有一段开放时间比一个时段还短。',
    'facility.longest': '最长时间不能比一个时段还短。',
    'facility.has_bookings': '还有 {count} 个没用完的预约。请先取消或等它们结束，再停用。',
    'booking.not_here': '这台设施不在这里预约，请联系它的单位。',
    'booking.retired': '这台设施已经停用。',
    'booking.past': '这个时间已经过去。',
    'booking.lead': '要提前 {days} 天预约，最早可约 {first}。',
    'booking.horizon': '最多约到 {days} 天以后。',
    'booking.slots': '请按开放时间里的整段来约，每段 {minutes} 分钟。',
    'booking.too_long': '一次最长 {minutes} 分钟。',
    'booking.taken': '这个时间刚刚被别人约走了，请换一个。',
    'not_found.facility': '没有这台设施。',
    'not_found.booking': '没有这个预约。',
    'not_found.claim': '没有这个认领。',
    'people.invitation_unknown': '没有这个邀请，请检查链接是否完整。',
    'people.not_member': '这个人不是成员。',
    'carrier.not_present': '没有这位成员，或者已经离开。',
    'not_found.version': '没有这个版本。',
  },
  en: {
    'directory.operators': 'the operators',
    'directory.claim_task': 'decide this claim',
    'organisation.uscc_length':
      'The unified social credit code has 18 characters. Please check the business licence.',
    'organisation.uscc_alphabet':
      'The unified social credit code has a character that cannot occur (I, O, S, V and Z never do).',
    'organisation.uscc_check':
      'The check digit of the unified social credit code is wrong. Please compare it digit by digit.',
    'organisation.uscc_taken':
      '“{name}” is already registered with this code. If it is yours, please ask an operator to check.',
    'organisation.region': 'There is no such region code. Please choose the region again.',
    'expert.already': 'You have already entered an expert profile.',
    'organisation.name_taken':
      'There is an organisation without a code called “{name}”. Please look whether it is the same one.',
    'organisation.carrier_type':
      'Only a carrier has a carrier type. Please make it a carrier first.',
    'organisation.uscc_fixed':
      'Once registered, the code is changed by operators alone. If it is wrong, please write to an operator.',
    'organisation.parent':
      'This organisation above does not exist or is out of use. Please choose another.',
    'organisation.parent_ring': 'That organisation stands below this one and cannot be above it.',
    'organisation.has_listings':
      'It still has {needs} public needs and {achievements} public achievements. Please close or withdraw them first.',
    'directory.not_in_use': 'This entry is out of use or was merged into another.',
    'directory.merge_itself': 'An entry cannot be merged into itself.',
    'directory.merge_ended':
      'The entry to merge into is out of use. Please restore it, or choose another.',
    'directory.merge_example': 'Examples and real entries cannot be merged.',
    'directory.merge_codes':
      'Both have a unified social credit code: these are two legal persons. If one code is wrong, please mend it first.',
    'directory.merge_accounts':
      'Each of these profiles belongs to an account. One of the two must give theirs up first.',
    'directory.merge_family':
      'After merging, one would stand above itself. Please change the organisation in between first.',
    'carrier.no_members': 'Only carriers and alliances have members and activity.',
    'carrier.member': 'Please choose an organisation or expert in use, and not the carrier itself.',
    'carrier.already_member': 'It is a member already.',
    'carrier.until_before_from': 'The last day cannot be before the first.',
    'carrier.not_a_member':
      'Only people of this carrier, its members and operators may note what happened.',
    'carrier.not_yet': 'That day has not come yet. Only what has happened is noted.',
    'expert.field': 'One of the fields is not in the list. Please choose again.',
    'expert.orcid_length': 'An ORCID iD has 16 characters. Please check it.',
    'expert.orcid_alphabet': 'An ORCID iD has digits only; the last may be X. Please check it.',
    'expert.orcid_check':
      'The check digit of the ORCID iD is wrong. Please compare it digit by digit.',
    'expert.orcid_taken':
      '“{name}” is already entered with this ORCID iD. If it is you, please claim that profile or ask an operator to merge them.',
    'claim.already_yours': 'This is yours already.',
    'claim.taken':
      'Somebody holds this profile already. If that is wrong, please write to an operator.',
    'claim.one_profile':
      'You have a profile already. If this one is yours as well, please ask an operator to merge them.',
    'claim.has_profile': 'This account has a profile already. Please merge them instead.',
    'claim.open': 'You have claimed this already; an operator is about to check it.',
    'people.already_member': 'The account with this address is a member already.',
    'people.invitation_used': 'This invitation was used or taken back. Please ask for a new one.',
    'people.invitation_expired': 'This invitation has expired. Please ask for a new one.',
    'people.other_address':
      'This invitation was sent to {email}. Please sign in under that address, or ask for one to your own.',
    'people.last_member':
      'You are the last member. Please invite somebody first, or ask an operator.',
    'people.leave_instead': 'This is yourself. Please use “leave”.',
    'facility.opening_order': 'Opening hours must end after they begin.',
    'facility.opening_overlap': 'Two opening hours of one day overlap.',
    'facility.opening_short': 'One of the opening hours is shorter than a slot.',
    'facility.longest': 'The longest booking cannot be shorter than a slot.',
    'facility.has_bookings':
      'It still has {count} bookings. Please cancel them or wait until they are over.',
    'booking.not_here': 'This facility is not booked here. Please contact its organisation.',
    'booking.retired': 'This facility is out of use.',
    'booking.past': 'That time has passed.',
    'booking.lead': 'It is booked {days} days ahead; the first day is {first}.',
    'booking.horizon': 'It can be booked for the next {days} days.',
    'booking.slots': 'Please book whole slots of {minutes} minutes within the opening hours.',
    'booking.too_long': '{minutes} minutes at most in one booking.',
    'booking.taken': 'Somebody has just booked that time. Please choose another.',
    'not_found.facility': 'There is no such facility.',
    'not_found.booking': 'There is no such booking.',
    'not_found.claim': 'There is no such claim.',
    'people.invitation_unknown':
      'There is no such invitation. Please check that the link is complete.',
    'people.not_member': 'This person is not a member.',
    'carrier.not_present': 'There is no such member, or it has left.',
    'not_found.version': 'There is no such version.',
  },
};
