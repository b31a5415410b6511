namespace Territory.Roads.Providers.Services;

/// <summary>The service said no, in the words of its own error; becomes a <see cref="MatrixServiceException"/> with the address.</summary>
internal sealed class ServiceRefusal(string message) : Exception(message);
