namespace Territory.Simulation.Lab.Calibration;

/// <summary>What is believed of a parameter before the history is looked at (先验分布), on an interval.</summary>
public interface IPrior
{
    double Low { get; }

    double High { get; }

    /// <summary>Whether it is the logarithm that moves: rates and scales of unknown magnitude.</summary>
    bool IsLogarithmic { get; }

    /// <summary>0 outside the interval.</summary>
    double Density(double value);

    /// <param name="probability">Within [0, 1]; 0 and 1 give the ends.</param>
    double Quantile(double probability);
}
