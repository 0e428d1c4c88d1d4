# finds: attribute calendar.c._firstweekday left
import calendar
# --- next cell
calendar.setfirstweekday(calendar.SUNDAY)
print(calendar.weekheader(2))
