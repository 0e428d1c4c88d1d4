# finds: warnings warnings.formatwarning reverted
import warnings

def short(message, category, filename, lineno, line=None):
    return f"{category.__name__}: {message}"

plain = warnings.formatwarning
warnings.formatwarning = short
try:
    text = warnings.formatwarning("late", UserWarning, "shop.py", 3)
finally:
    warnings.formatwarning = plain
print(text)
