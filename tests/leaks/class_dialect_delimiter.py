# finds: attribute csv.excel.delimiter left
import csv
# --- next cell
csv.excel.delimiter = ";"
