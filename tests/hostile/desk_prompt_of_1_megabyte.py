# ends: waiting
input('who are you? <b>' * 60_000)
