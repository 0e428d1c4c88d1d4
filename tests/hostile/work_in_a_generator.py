# ends: endless
-1 in (n * n for n in iter(int, 1))
