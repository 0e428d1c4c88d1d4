# ends: ok | memory
# Takes 200 MB; that is its point.
'<b>' * 17_000_000
