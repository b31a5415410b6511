namespace Territory.Simulation.Lab.Calibration;

/// <summary>Why a calibration ended.</summary>
public enum CalibrationEnd
{
    /// <summary>The tolerance asked for was reached.</summary>
    Tolerance,

    /// <summary>The runs were used up.</summary>
    Budget,

    /// <summary>Too few proposals were accepted to go on.</summary>
    Acceptance,

    /// <summary>Someone cancelled; the last whole population stands.</summary>
    Cancelled,
}
