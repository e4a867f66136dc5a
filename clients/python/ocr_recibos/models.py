"""The answers, with the documented keys. Servers may add keys; what is not listed here is still in the dictionary."""

from __future__ import annotations

from typing import Any, Dict, List, TypedDict


class FileCheck(TypedDict):
    valid: bool
    errors: List[str]
    warnings: List[str]


class UploadedFile(TypedDict):
    original_name: str
    stored_name: str
    size_bytes: int
    metadata: Dict[str, str]
    validation: FileCheck


class UploadAnswer(TypedDict):
    success: bool
    message: str
    files_uploaded: int
    timestamp: str
    files_processed: List[UploadedFile]


class Summary(TypedDict):
    files_found: int
    files_processed: int
    files_with_errors: int
    total_processing_time: str
    average_time_per_file: str


class BatchAnswer(TypedDict):
    status: str
    message: str
    request_id: str
    timestamp: str
    processing_summary: Summary
    results: List[Dict[str, Any]]
    files_processed: int


class BatchStatus(TypedDict):
    """``status`` is ``processing``, ``completed`` or ``failed``."""

    status: str
    request_id: str
    files_total: int
    files_done: int
    files_with_errors: int


class Beneficiary(TypedDict):
    cedula: str
    telefono: str
    banco_destino: str
    nombre: str


class ReceiptResult(TypedDict):
    nombre_archivo: str
    caption: str
    otro: str
    referencia: str
    bancoorigen: str
    monto: str
    datosbeneficiario: Beneficiary
    pago_fecha: str
    concepto: str
    tipo_transaccion: str
    hora_operacion: str
    numero_operacion: str
    confianza_promedio: float
    palabras_detectadas: int
    metadata_whatsapp: Dict[str, str]


class BatchSummary(TypedDict):
    request_id: str
    fecha_extraccion: str
    total_archivos: int
    archivos_exitosos: int
    archivos_con_error: int


class BatchResults(TypedDict):
    extraccion_completa: BatchSummary
    resultados: List[ReceiptResult]
