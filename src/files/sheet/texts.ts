/** What is said of a file that cannot be read. Each is shown as it stands. */

export const sheetTexts = {
  empty: 'This spreadsheet is empty. Please export it again and send the new file.',
  noHeader:
    'No header row was found in this spreadsheet. It is read by the names of its columns, such as Claim ID, Customer, Workload and Status; please add them and send it again.',
  onlyHeader:
    'This spreadsheet has a header but no rows below it. Please check the filter of the export and send it again.',
  openQuote: (line: number) =>
    `The row that starts on line ${line.toLocaleString('en-US')} does not end: a quotation mark seems to be open there. Please close it, or save the file as .xlsx, and send it again.`,
  tooManyRows: (most: number) =>
    `This spreadsheet has more than ${most.toLocaleString('en-US')} rows. Please split it into smaller files and send them one after the other.`,
  tooLarge:
    'This spreadsheet is too large to read. Please split it into smaller files and send them one after the other.',
  tooSlow:
    'Reading this spreadsheet takes too long. Please split it into smaller files, or save it as .csv, and send it again.',
  damaged:
    'This file seems to be damaged and could not be read. Please open it in Excel, save it again as .xlsx or .csv, and send the new file.',
  encrypted:
    'This spreadsheet is protected with a password and could not be read. Please save it without a password and send it again.',
  oldExcel:
    'This is a spreadsheet in the old .xls format, which is not read here. Please save it as .xlsx or .csv and send it again.',
  binaryExcel:
    'This is a spreadsheet in the .xlsb format, which is not read here. Please save it as .xlsx or .csv and send it again.',
  markup:
    'This file is a web page or XML, whatever its name says. Please open it in Excel, save it as .xlsx or .csv, and send the new file.',
  otherZip:
    'This is a ZIP archive or another kind of document, not a spreadsheet. Please send the export as .xlsx or .csv.',
  notASpreadsheet: 'This file is not a spreadsheet. Please send the export as .xlsx or .csv.',
} as const;
