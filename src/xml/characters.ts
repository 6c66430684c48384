/** What neither XML nor HTML can hold: the C0 controls but tab and line ends, U+FFFE and U+FFFF (XML 1.0, 2.2). For a class of an expression. */
export const NOT_IN_XML = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff';
