# ends: ok
raise SystemExit('<b>bye</b>\x1b[31m\u202e\0\ud800')
