package tintype.nn.device;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;

/**
 * The functions of the CUDA driver API that are asked before a start, under the
 * names they have in the driver's library. Each returns 0 or an error's number.
 *
 * @see <a href="https://docs.nvidia.com/cuda/cuda-driver-api/">NVIDIA, CUDA Driver API</a>
 */
interface DriverCalls extends Library {

	int cuInit(int flags);

	int cuGetErrorName(int error, PointerByReference name);

	int cuDriverGetVersion(IntByReference version);

	int cuDeviceGetCount(IntByReference count);

	int cuDeviceGet(IntByReference device, int ordinal);

	int cuDeviceGetName(byte[] name, int length, int device);

	int cuDeviceGetAttribute(IntByReference value, int attribute, int device);

	int cuDeviceTotalMem_v2(LongByReference bytes, int device);

	int cuDevicePrimaryCtxRetain(PointerByReference context, int device);

	int cuDevicePrimaryCtxRelease_v2(int device);

	int cuCtxPushCurrent_v2(Pointer context);

	int cuCtxPopCurrent_v2(PointerByReference context);

	int cuMemGetInfo_v2(LongByReference free, LongByReference total);
}
