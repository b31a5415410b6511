using Territory.Simulation.Mathematics;

namespace Territory.Simulation.KnownAnswers.Effort;

/// <summary>Sales as they answer to effort (ADBUDG 反应函数): concave up to c = 1, S-shaped above.</summary>
/// <remarks>S = least + (most - least) x^c / (d + x^c). Source: Little: "Models and managers: the concept of a decision calculus", 1970.</remarks>
/// <param name="Least">Sales without effort.</param>
/// <param name="Most">Sales that no effort exceeds.</param>
/// <param name="Shape">c.</param>
/// <param name="Scale">d.</param>
public readonly record struct AdbudgCurve(double Least, double Most, double Shape, double Scale)
{
    /// <summary>The effort that brings half of what effort can bring.</summary>
    public double HalfEffort => SharedMath.Pow(Scale, 1 / Shape);

    public double SalesAt(double effort)
    {
        var power = SharedMath.Pow(effort, Shape);
        return Least + ((Most - Least) * power / (Scale + power));
    }
}
