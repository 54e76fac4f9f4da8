package tintype.ij;

import java.util.concurrent.atomic.AtomicBoolean;

import ij.IJ;
import tintype.DeviceReport;

/** Says in the Log, once, why the networks don't run on the GPU that the user may have expected. */
public final class DeviceRemark {

	private static final AtomicBoolean SAID = new AtomicBoolean();

	private DeviceRemark() {}

	/** To be called after each command; says nothing where no network has run. */
	public static void sayOnce() {
		String remark = DeviceReport.remark();
		if (!remark.isEmpty() && SAID.compareAndSet(false, true)) IJ.log(remark);
	}
}
