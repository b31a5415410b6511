using System.Text.Json.Serialization;

namespace Territory.Model.Dispatch;

/// <summary>Against whom a lock (锁定) holds.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LockStrength>))]
public enum LockStrength
{
    /// <summary>The optimiser leaves it as it is; a person may still change it.</summary>
    Optimizer,

    /// <summary>Nobody changes it before the lock is taken off.</summary>
    Everyone,
}
