# finds: registry csv.dialects[semi] reverted
import csv
csv.register_dialect("semi", delimiter=";")
try:
    print(next(csv.reader(["a;b"], "semi")))
finally:
    csv.unregister_dialect("semi")
