namespace Orleans;

/// <summary>How long an activation of this class stays idle before it is collected, instead of the silo's default.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CollectionAgeLimitAttribute : Attribute
{
    /// <summary>When true the activation is never collected.</summary>
    public bool AlwaysActive { get; set; }

    public double Days { get; set; }

    public double Hours { get; set; }

    public double Minutes { get; set; }

    /// <summary>The sum of the parts.</summary>
    public TimeSpan Amount =>
        AlwaysActive ? TimeSpan.MaxValue : TimeSpan.FromDays(Days) + TimeSpan.FromHours(Hours) + TimeSpan.FromMinutes(Minutes);
}
