# finds: nothing
import locale

current = locale.setlocale(locale.LC_ALL)
point = locale.localeconv()["decimal_point"]
text = locale.format_string("%.1f", 2.5)
print(point, text)
