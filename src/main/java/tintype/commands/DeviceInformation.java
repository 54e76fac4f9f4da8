package tintype.commands;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import tintype.DeviceReport;
import tintype.Progress;
import tintype.ij.DevicePreference;
import tintype.ij.ModelsInUse;
import tintype.ij.ReportWindow;

/** Says what runs the networks and why, and lets one choose. */
@Plugin(type = Command.class, menuPath = "Plugins>Tintype>Device Information...", headless = true)
public class DeviceInformation extends TintypeCommand {

	@Parameter(label = "Device from the next start on", choices = { DevicePreference.KEEP, DevicePreference.AUTO, DevicePreference.CPU }, persist = false,
		description = "auto takes a GPU if one can be used; keep leaves what was chosen")
	private String device = DevicePreference.KEEP;

	@Parameter(label = "Retry a GPU that failed", persist = false, description = "at the next start")
	private boolean retry = false;

	@Override
	void work(Progress progress) {
		DevicePreference.choose(device);
		if (retry) DeviceReport.retryGpu();
		ReportWindow.show("Device Information", DeviceReport.text(progress) + ModelsInUse.text());
	}
}
