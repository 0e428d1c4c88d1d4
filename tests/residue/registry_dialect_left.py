# finds: registry csv.dialects[semi] left
import csv
csv.register_dialect("semi", delimiter=";")
