namespace Territory.Optimizer.Routing;

/// <summary>An amount in up to three load dimensions, for example cases, grams and millilitres; unused dimensions are zero.</summary>
public readonly record struct Load(long First, long Second = 0, long Third = 0)
{
    public const int MaxDimensions = 3;

    public bool IsZero => First == 0 && Second == 0 && Third == 0;

    public bool IsNotNegative => First >= 0 && Second >= 0 && Third >= 0;

    public long this[int dimension] => dimension switch
    {
        0 => First,
        1 => Second,
        2 => Third,
        _ => throw new ArgumentOutOfRangeException(nameof(dimension)),
    };

    public static Load operator +(Load a, Load b) => new(a.First + b.First, a.Second + b.Second, a.Third + b.Third);

    public bool FitsIn(Load capacity) => First <= capacity.First && Second <= capacity.Second && Third <= capacity.Third;
}
