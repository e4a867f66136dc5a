using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Ocr.Ingest.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "ingest");

            migrationBuilder.CreateTable(
                name: "batches",
                schema: "ingest",
                columns: table => new
                {
                    RequestId = table.Column<string>(type: "text", nullable: false),
                    Size = table.Column<int>(type: "integer", nullable: false),
                    Profile = table.Column<string>(type: "text", nullable: false),
                    IncludeCoordinates = table.Column<bool>(type: "boolean", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Announced = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_batches", x => x.RequestId);
                });

            migrationBuilder.CreateTable(
                name: "receipts",
                schema: "ingest",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ReceiptId = table.Column<Guid>(type: "uuid", nullable: false),
                    StoredName = table.Column<string>(type: "text", nullable: false),
                    OriginalName = table.Column<string>(type: "text", nullable: false),
                    ObjectKey = table.Column<string>(type: "text", nullable: false),
                    Sha256 = table.Column<string>(type: "text", nullable: false),
                    ContentType = table.Column<string>(type: "text", nullable: false),
                    SizeBytes = table.Column<long>(type: "bigint", nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Announced = table.Column<bool>(type: "boolean", nullable: false),
                    RequestId = table.Column<string>(type: "text", nullable: true),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Attempt = table.Column<int>(type: "integer", nullable: false),
                    Crashes = table.Column<int>(type: "integer", nullable: false),
                    LeaseUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LeaseOwner = table.Column<Guid>(type: "uuid", nullable: true),
                    Metadata_Caption = table.Column<string>(type: "text", nullable: true),
                    Metadata_DrawDate = table.Column<string>(type: "text", nullable: false),
                    Metadata_DrawNumber = table.Column<string>(type: "text", nullable: false),
                    Metadata_Other = table.Column<string>(type: "text", nullable: true),
                    Metadata_SenderName = table.Column<string>(type: "text", nullable: false),
                    Metadata_SentAt = table.Column<string>(type: "text", nullable: false),
                    Metadata_WhatsappId = table.Column<string>(type: "text", nullable: false),
                    Outcome_CacheHit = table.Column<bool>(type: "boolean", nullable: false),
                    Outcome_ConfidenceAverage = table.Column<double>(type: "double precision", nullable: false),
                    Outcome_Message = table.Column<string>(type: "text", nullable: true),
                    Outcome_ProcessingSeconds = table.Column<double>(type: "double precision", nullable: false),
                    Outcome_ReasonCode = table.Column<string>(type: "text", nullable: true),
                    Outcome_ResultFile = table.Column<string>(type: "text", nullable: true),
                    Outcome_StoredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Outcome_TextLength = table.Column<int>(type: "integer", nullable: false),
                    Outcome_WordCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_receipts", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_batches_Announced",
                schema: "ingest",
                table: "batches",
                column: "Announced");

            migrationBuilder.CreateIndex(
                name: "IX_batches_OpenedAt",
                schema: "ingest",
                table: "batches",
                column: "OpenedAt");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Announced",
                schema: "ingest",
                table: "receipts",
                column: "Announced");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_ObjectKey",
                schema: "ingest",
                table: "receipts",
                column: "ObjectKey");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_ReceiptId",
                schema: "ingest",
                table: "receipts",
                column: "ReceiptId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_receipts_RequestId_Position",
                schema: "ingest",
                table: "receipts",
                columns: new[] { "RequestId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_State_LeaseUntil",
                schema: "ingest",
                table: "receipts",
                columns: new[] { "State", "LeaseUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_StoredName",
                schema: "ingest",
                table: "receipts",
                column: "StoredName",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "batches",
                schema: "ingest");

            migrationBuilder.DropTable(
                name: "receipts",
                schema: "ingest");
        }
    }
}
