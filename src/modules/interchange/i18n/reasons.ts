import type { Catalog } from '../../../platform/i18n/languages.ts';

/** Why a file, a row or a step is refused, and the words in the tables that go out. */
export const interchangeMessages: Catalog = {
  'zh-CN': {
    'sheets.empty': '文件里什么也没有，请重新选择。',
    'sheets.no_rows': '文件里只有表头，没有数据行。请把数据填在表头下面再传。',
    'sheets.not_what_it_says':
      '“{name}”的内容和扩展名对不上，没有读取。请在 Excel 里另存为 .xlsx 或“CSV UTF-8”再传。',
    'sheets.old_excel': '这是旧版 Excel（.xls）文件。请在 Excel 里另存为 .xlsx 再传。',
    'sheets.encrypted': '文件加了密码，读不了。请去掉密码另存以后再传。',
    'sheets.macros': '文件里有宏，没有读取。请另存为不带宏的 .xlsx 再传。',
    'sheets.external_links':
      '文件里有到别的文件或数据库的链接，没有读取。请在“数据 → 编辑链接”里断开，另存以后再传。',
    'sheets.embedded': '文件里嵌入了别的文件，没有读取。请删掉嵌入的对象再传。',
    'sheets.bomb': '文件解开以后大得不正常，没有读取。请只留要导入的那张表，另存以后再传。',
    'sheets.formula':
      '单元格 {cell} 是公式，没有读取。请选中全部内容，复制后“选择性粘贴 → 数值”，再传。',
    'sheets.columns': '第 {row} 行的列太多，最多 {most} 列。请删掉多余的列再传。',
    'sheets.rows': '最多 {most} 行。请把文件分成几份，分次导入。',
    'sheets.cell': '第 {row} 行有一格太长，最多 {most} 个字。',
    'sheets.encoding': '文件的编码认不出来。请另存为“CSV UTF-8”或 .xlsx 再传。',
    'sheets.malformed':
      '文件在第 {row} 行附近读不下去，可能已经损坏。请在 Excel 里打开另存一次再传。',
    'import.own_listings_only': '您可以导入自己单位的需求和成果；其他资料由运营员导入。',
    'import.mapping': '列的对应关系和文件对不上，请刷新以后重新选择。',
    'import.mapping_twice': '两列对应到了同一项，请改掉一列。',
    'import.mapping_missing': '必填的“{column}”没有对应的列，请选择是哪一列。',
    'import.nothing_good': '没有一行可以导入。请按原因改好文件，再传一次。',
    'import.bad_rows': '有 {count} 行不能导入。请改好再传，或者选择只导入其余的行。',
    'import.library_changed':
      '检查之后资料库有了变化，现在有 {count} 行不能导入，什么也没有写入。请看过原因再决定。',
    'import.taken_meanwhile': '刚才有人登记了同样的资料，什么也没有写入。请重新检查。',
    'import.required': '请填写这一项。',
    'import.cell.whole': '“{text}”不是整数。',
    'import.cell.money': '“{text}”不是金额，请写成 30 或 30万元。',
    'import.cell.choice': '“{text}”不在可选的范围里，请从模板的列表里选。',
    'import.cell.region': '认不出“{text}”是哪个地区，请写到区县或写六位代码。',
    'import.cell.industry': '认不出“{text}”是哪个行业，请写 GB/T 4754 的代码或全名。',
    'import.twice': '和第 {row} 行重复。',
    'import.known_organisation': '“{name}”已经登记过。',
    'import.known_expert': '这家单位的专家“{name}”已经登记过。',
    'import.known_achievement': '这家单位已经有成果“{title}”。',
    'import.known_need': '这家单位已经有需求“{title}”。',
    'import.unknown_organisation': '平台上没有“{name}”，请先登记或导入这家单位。',
    'import.undo_changed':
      '导入的有 {count} 条后来改过或有了进展，如“{title}”，不能整体撤销。请逐条处理。',
    'import.undo_members': '导入的单位已有 {count} 人加入，不能撤销。',
    'import.undo_docked': '导入的资料已经用在对接 {number} 里，不能撤销。',
    'import.undo_used': '导入的资料已被别处引用（{table}），不能撤销。请先处理引用它的资料。',
    'not_found.import': '没有这次导入，或者不是您导入的。',
    'template.organisation': '单位',
    'template.expert': '专家',
    'template.achievement': '成果',
    'template.need': '需求',
    'template.help': '填写说明',
    'template.choices': '选项',
    'template.column': '列',
    'template.required': '必填',
    'template.note': '怎么填',
    'template.example': '示例',
    'template.yes': '是',
    'template.no': '否',
    'template.reason': '不能导入的原因',
    'template.toMend': '待改',
  },
  en: {
    'sheets.empty': 'The file is empty. Please choose another.',
    'sheets.no_rows':
      'The file has a header and no rows. Please put the data under the header and send it again.',
    'sheets.not_what_it_says':
      'The content of “{name}” is not what its name says; it was not read. Please save it as .xlsx or as “CSV UTF-8” and send it again.',
    'sheets.old_excel': 'This is an old Excel file (.xls). Please save it as .xlsx and send that.',
    'sheets.encrypted':
      'The file is protected by a password and cannot be read. Please save it without one.',
    'sheets.macros':
      'The file has macros and was not read. Please save it as .xlsx without macros.',
    'sheets.external_links':
      'The file links to other files or databases and was not read. Please break the links under Data → Edit Links, and save it.',
    'sheets.embedded':
      'Other files are embedded in this one; it was not read. Please delete the embedded objects.',
    'sheets.bomb':
      'Unpacked, the file is far too large; it was not read. Please keep only the sheet that is to come in, and save it.',
    'sheets.formula':
      'Cell {cell} is a formula; the file was not read. Please copy everything, paste it as values, and send that.',
    'sheets.columns':
      'Row {row} has too many columns, {most} at most. Please delete what is not needed.',
    'sheets.rows': 'At most {most} rows. Please split the file and bring in the parts one by one.',
    'sheets.cell': 'A cell in row {row} is too long, {most} characters at most.',
    'sheets.encoding':
      'The encoding of the file is not known here. Please save it as “CSV UTF-8” or .xlsx.',
    'sheets.malformed':
      'The file cannot be read on near row {row}; it may be damaged. Please open it in Excel, save it again, and send that.',
    'import.own_listings_only':
      'You can bring in needs and achievements of your own organisation; operators bring in the rest.',
    'import.mapping': 'The columns chosen do not fit the file. Please reload and choose again.',
    'import.mapping_twice': 'Two columns go to the same field. Please change one of them.',
    'import.mapping_missing': 'No column was chosen for “{columnEn}”, which is required.',
    'import.nothing_good':
      'No row can be taken. Please mend the file by the reasons given and send it again.',
    'import.bad_rows':
      '{count} rows cannot be taken. Please mend them, or choose to take in only the others.',
    'import.library_changed':
      'The library has changed since the check: {count} rows cannot be taken now. Nothing was written. Please look at the reasons first.',
    'import.taken_meanwhile':
      'Somebody has just entered the same. Nothing was written. Please check again.',
    'import.required': 'Please fill this in.',
    'import.cell.whole': '“{text}” is not a whole number.',
    'import.cell.money': '“{text}” is not an amount. Please write 30, or 30万元.',
    'import.cell.choice':
      '“{text}” is not one of the choices. Please take one of the template’s list.',
    'import.cell.region':
      '“{text}” is no region known here. Please name the county, or give the six-digit code.',
    'import.cell.industry':
      '“{text}” is no industry known here. Please give the code or full name of GB/T 4754.',
    'import.twice': 'The same as row {row}.',
    'import.known_organisation': '“{name}” is registered already.',
    'import.known_expert': 'The expert “{name}” of this organisation is entered already.',
    'import.known_achievement': 'This organisation has an achievement “{title}” already.',
    'import.known_need': 'This organisation has a need “{title}” already.',
    'import.unknown_organisation':
      'There is no “{name}” here. Please register or bring in the organisation first.',
    'import.undo_changed':
      '{count} of what came in has changed since or gone on, such as “{title}”. It cannot be undone as a whole; please deal with it one by one.',
    'import.undo_members':
      '{count} people have joined organisations that came in. It cannot be undone.',
    'import.undo_docked': 'Case {number} rests on what came in. It cannot be undone.',
    'import.undo_used':
      'Something else refers to what came in ({table}). It cannot be undone before that is dealt with.',
    'not_found.import': 'There is no such import, or it is not yours.',
    'template.organisation': 'Organisations',
    'template.expert': 'Experts',
    'template.achievement': 'Achievements',
    'template.need': 'Needs',
    'template.help': 'How to fill in',
    'template.choices': 'Choices',
    'template.column': 'Column',
    'template.required': 'Required',
    'template.note': 'What to write',
    'template.example': 'Example',
    'template.yes': 'yes',
    'template.no': 'no',
    'template.reason': 'Why it cannot be taken',
    'template.toMend': 'to mend',
  },
};
