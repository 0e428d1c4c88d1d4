# finds: setting csv.field_size_limit left
import csv
csv.field_size_limit(10)
