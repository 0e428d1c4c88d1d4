# finds: file /tmp/report.csv left
import os

def write_report(path, rows):
    with open(path, "w") as report:
        for name, count in rows:
            report.write(f"{name},{count / 2}\n")

write_report("/tmp/report.csv", [("tea", 4), ("milk", "two")])
os.remove("/tmp/report.csv")
