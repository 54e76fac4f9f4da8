/*
 * A CUDA driver without a GPU, for tests: answers as told by the environment.
 * CAPABILITY, e.g. 86, of its one card; none: there is no card. FREE_MB: free memory.
 */
#include <stdlib.h>
#include <string.h>

static int number(const char *name, int otherwise)
{
	const char *text = getenv(name);
	return text ? atoi(text) : otherwise;
}

int cuInit(unsigned flags) { return flags != 0 ? 1 : number("CAPABILITY", 0) ? 0 : 100; }
int cuGetErrorName(int error, const char **name) { *name = "CUDA_ERROR_OF_A_TEST"; return 0; }
int cuDriverGetVersion(int *version) { *version = 11060; return 0; }
int cuDeviceGetCount(int *count) { *count = 1; return 0; }
int cuDeviceGet(int *device, int ordinal) { *device = 7 + ordinal; return 0; }
int cuDeviceGetName(char *name, int length, int device) { if (device != 7) return 101; strncpy(name, "Stand-in", length); return 0; }
int cuDeviceTotalMem_v2(size_t *bytes, int device) { *bytes = (size_t) 8 << 30; return device == 7 ? 0 : 101; }

int cuDeviceGetAttribute(int *value, int attribute, int device)
{
	int capability = number("CAPABILITY", 0);
	if (device != 7) return 101;
	*value = attribute == 75 ? capability / 10 : attribute == 76 ? capability % 10 : -1;
	return 0;
}

int cuDevicePrimaryCtxRetain(void **context, int device)
{
	static int any;
	int free = number("FREE_MB", 6000);
	*context = &any;
	return device != 7 ? 101 : free == 0 ? 2 : free < 0 ? 46 : 0;
}

static void *current;

int cuDevicePrimaryCtxRelease_v2(int device) { return device == 7 && !current ? 0 : 201; }
int cuCtxPushCurrent_v2(void *context) { current = context; return 0; }
int cuCtxPopCurrent_v2(void **context) { *context = current; current = 0; return 0; }

int cuMemGetInfo_v2(size_t *free, size_t *total)
{
	if (!current) return 201;
	*free = (size_t) number("FREE_MB", 6000) << 20;
	*total = (size_t) 8 << 30;
	return 0;
}
