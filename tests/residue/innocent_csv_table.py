# finds: nothing
import csv
import io

source = io.StringIO("name,price\ntea,3\nmilk,2\n")
rows = list(csv.DictReader(source))
total = sum(int(row["price"]) for row in rows)

target = io.StringIO()
writer = csv.DictWriter(target, fieldnames=["name", "price"], lineterminator="\n")
writer.writeheader()
for row in sorted(rows, key=lambda row: row["name"]):
    writer.writerow(row)
print(total, target.getvalue() != "")
