# finds: nothing
import csv
print(next(csv.reader(["a;b"], delimiter=";")), csv.list_dialects())
