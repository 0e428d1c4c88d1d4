# finds: attribute calendar.c.__class__ left
import calendar
# --- next cell
class Short(calendar.TextCalendar):
    def formatweekheader(self, width):
        return "no head"

object.__setattr__(calendar.c, "__class__", Short)
