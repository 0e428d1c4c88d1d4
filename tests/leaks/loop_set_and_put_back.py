# finds: setting asyncio.event_loop reverted
import asyncio
# --- next cell
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
try:
    print(loop.run_until_complete(asyncio.sleep(0, "done")))
finally:
    asyncio.set_event_loop(None)
    loop.close()
