using Territory.Simulation.Mathematics;

namespace Territory.Simulation.KnownAnswers.Adoption;

/// <summary>Adoption by innovation and imitation (巴斯扩散模型), in closed form.</summary>
/// <remarks>F(t) = (1 - e^(-(p+q)t)) / (1 + (q/p) e^(-(p+q)t)). Source: Bass 1969.</remarks>
/// <param name="Innovation">p, per unit of time.</param>
/// <param name="Imitation">q, per unit of time.</param>
public readonly record struct BassCurve(double Innovation, double Imitation)
{
    /// <summary>t* = ln(q / p) / (p + q), when most adopt; only for q over p.</summary>
    public double PeakTime => SharedMath.Log(Imitation / Innovation) / (Innovation + Imitation);

    /// <summary>(p + q)^2 / 4 q, adopters per unit of time at the peak as a share of the market.</summary>
    public double PeakRate => (Innovation + Imitation) * (Innovation + Imitation) / (4 * Imitation);

    /// <summary>The share of the market that has adopted by a time.</summary>
    public double AdoptedBy(double time)
    {
        var decay = SharedMath.Exp(-(Innovation + Imitation) * time);
        return (1 - decay) / (1 + (Imitation / Innovation * decay));
    }

    /// <summary>f(t), adopters per unit of time as a share of the market.</summary>
    public double RateAt(double time)
    {
        var adopted = AdoptedBy(time);
        return (Innovation + (Imitation * adopted)) * (1 - adopted);
    }
}
