"""The index as an Excel workbook: a sheet a table, with filters, links between the sheets and to the files."""
