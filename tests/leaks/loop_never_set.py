# finds: nothing
import asyncio
# --- next cell
loop = asyncio.new_event_loop()
try:
    print(loop.run_until_complete(asyncio.sleep(0, "done")))
finally:
    loop.close()
