# ends: endless
class Code:
    def __str__(self):
        while True:
            pass
raise SystemExit(Code())
