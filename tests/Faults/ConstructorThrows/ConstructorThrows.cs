namespace Faults.ConstructorThrows;

public sealed class ConstructorThrowsModule : Module
{
    public ConstructorThrowsModule() => throw new InvalidOperationException("asked to fail");
}
