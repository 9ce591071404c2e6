namespace Loim.Web;

/// <summary>A chart's axis: whole steps of 1, 2 or 5 times a power of ten.</summary>
internal readonly record struct Scale(double Step, int Steps)
{
    public double Top => Step * Steps;

    public static Scale For(double highest)
    {
        var rough = Math.Max(1, highest) / 3;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = Math.Max(1, (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 } * power);
        return new(step, (int)Math.Max(1, Math.Ceiling(highest / step)));
    }
}
