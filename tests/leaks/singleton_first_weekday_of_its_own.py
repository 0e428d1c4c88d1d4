# finds: nothing
import calendar
# --- next cell
mine = calendar.TextCalendar(6)
mine.setfirstweekday(5)
print(mine.formatweekheader(2), calendar.firstweekday())
