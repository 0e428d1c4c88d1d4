# finds: nothing
import asyncio
from contextvars import ContextVar

tenant = ContextVar("tenant", default=None)
# --- next cell
async def serve(name):
    tenant.set(name)
    await asyncio.sleep(0)
    return tenant.get()

async def main():
    return await asyncio.gather(serve("red"), serve("blue"))

served = asyncio.run(main())
print(served, tenant.get())
