# finds: nothing
import calendar
import logging
# --- next cell
logging.root.__class__ = logging.RootLogger
calendar.c.__class__ = type(calendar.c)
print(calendar.c.__class__.__name__)
