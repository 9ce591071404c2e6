namespace Faults.OtherContract;

public sealed class OtherContractModule : Loim.Modules.Module;
