# finds: setting sys.int_max_str_digits left
import sys

sys.set_int_max_str_digits(9000)
digits = len(str(10 ** 5000))
print(digits)
