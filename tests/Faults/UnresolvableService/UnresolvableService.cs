namespace Faults.UnresolvableService;

public sealed class UnresolvableServiceModule : Module;

public interface IMissing;

[Scoped]
public sealed class Asks(IMissing missing)
{
    public IMissing Missing => missing;
}
