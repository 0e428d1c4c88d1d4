# ends: error ValueError | ok
1 << 10_000_000
