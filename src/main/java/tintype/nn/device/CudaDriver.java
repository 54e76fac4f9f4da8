package tintype.nn.device;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;

/**
 * The driver of this computer, by JNA. Its library is looked for when it is first
 * asked; it prints nothing.
 */
final class CudaDriver implements Driver {

	private static final int SUCCESS = 0;
	private static final int OUT_OF_MEMORY = 2;
	private static final int NO_DEVICE = 100;
	private static final int CAPABILITY_MAJOR = 75;
	private static final int CAPABILITY_MINOR = 76;
	private static final int NAME_LENGTH = 256;

	private DriverCalls calls;

	/** The driver's library, initialised. */
	private DriverCalls calls() {
		if (calls != null) return calls;
		DriverCalls found;
		try {
			found = Native.load(library(), DriverCalls.class);
		}
		catch (UnsatisfiedLinkError e) {
			throw new Unusable("there is no NVIDIA driver (" + library() + ")");
		}
		int status = found.cuInit(0);
		if (status == NO_DEVICE) throw new Unusable("NVIDIA's driver finds no GPU");
		require(found, status, "start");
		calls = found;
		return calls;
	}

	private static String library() {
		String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
		if (system.startsWith("windows")) return "nvcuda";
		if (system.startsWith("linux")) return "libcuda.so.1";
		throw new Unusable("CUDA is for Linux and Windows only");
	}

	@Override
	public int version() {
		IntByReference version = new IntByReference();
		require(calls().cuDriverGetVersion(version), "tell its version");
		return version.getValue();
	}

	@Override
	public List<Gpu> gpus() {
		IntByReference count = new IntByReference();
		require(calls().cuDeviceGetCount(count), "count the GPUs");
		List<Gpu> gpus = new ArrayList<>();
		for (int index = 0; index < count.getValue(); index++)
			gpus.add(gpu(index));
		return gpus;
	}

	private Gpu gpu(int index) {
		int device = device(index);
		byte[] name = new byte[NAME_LENGTH];
		require(calls().cuDeviceGetName(name, NAME_LENGTH, device), "name GPU " + index);
		LongByReference memory = new LongByReference();
		require(calls().cuDeviceTotalMem_v2(memory, device), "tell the memory of GPU " + index);
		return new Gpu(index, Native.toString(name, StandardCharsets.UTF_8.name()).strip(), attribute(CAPABILITY_MAJOR, device),
			attribute(CAPABILITY_MINOR, device), memory.getValue());
	}

	private int device(int index) {
		IntByReference device = new IntByReference();
		require(calls().cuDeviceGet(device, index), "open GPU " + index);
		return device.getValue();
	}

	private int attribute(int attribute, int device) {
		IntByReference value = new IntByReference();
		require(calls().cuDeviceGetAttribute(value, attribute, device), "tell a GPU's compute capability");
		return value.getValue();
	}

	/** The driver tells free memory only to who has a context, so the one that CUDA will use anyway is opened. */
	@Override
	public long freeMemory(Gpu gpu) {
		int device = device(gpu.index());
		PointerByReference context = new PointerByReference();
		int status = calls().cuDevicePrimaryCtxRetain(context, device);
		if (status == OUT_OF_MEMORY) return 0;
		require(status, "open " + gpu.name());
		try {
			require(calls().cuCtxPushCurrent_v2(context.getValue()), "enter " + gpu.name());
			LongByReference free = new LongByReference();
			status = calls().cuMemGetInfo_v2(free, new LongByReference());
			require(calls().cuCtxPopCurrent_v2(new PointerByReference()), "leave " + gpu.name());
			require(status, "tell the free memory of " + gpu.name());
			return free.getValue();
		}
		finally {
			calls().cuDevicePrimaryCtxRelease_v2(device);
		}
	}

	@Override
	public boolean loads(String library) {
		try {
			return NativeLibrary.getInstance(library) != null;
		}
		catch (UnsatisfiedLinkError e) {
			return false;
		}
	}

	private void require(int status, String deed) {
		require(calls(), status, deed);
	}

	private static void require(DriverCalls calls, int status, String deed) {
		if (status == SUCCESS) return;
		PointerByReference name = new PointerByReference();
		boolean named = calls.cuGetErrorName(status, name) == SUCCESS && name.getValue() != null;
		throw new Unusable("NVIDIA's driver can't " + deed + " (error " + status + (named ? ", " + name.getValue().getString(0) : "") + ")");
	}
}
