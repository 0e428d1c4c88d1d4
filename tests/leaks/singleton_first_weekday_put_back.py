# finds: attribute calendar.c._firstweekday reverted
import calendar
# --- next cell
kept = calendar.firstweekday()
calendar.setfirstweekday(6)
try:
    header = calendar.weekheader(2)
finally:
    calendar.setfirstweekday(kept)
print(header)
