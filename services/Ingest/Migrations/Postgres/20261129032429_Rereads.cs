using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ocr.Ingest.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Rereads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_receipts_ReceiptId",
                schema: "ingest",
                table: "receipts");

            migrationBuilder.DropIndex(
                name: "IX_receipts_Tenant_StoredName",
                schema: "ingest",
                table: "receipts");

            migrationBuilder.AddColumn<bool>(
                name: "Reread",
                schema: "ingest",
                table: "receipts",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "RereadBy",
                schema: "ingest",
                table: "batches",
                type: "text",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_receipts_ReceiptId",
                schema: "ingest",
                table: "receipts",
                column: "ReceiptId",
                unique: true,
                filter: "NOT \"Reread\"");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_ReceiptId_RequestId",
                schema: "ingest",
                table: "receipts",
                columns: new[] { "ReceiptId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_receipts_StoredName",
                schema: "ingest",
                table: "receipts",
                column: "StoredName");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_StoredName",
                schema: "ingest",
                table: "receipts",
                columns: new[] { "Tenant", "StoredName" },
                unique: true,
                filter: "NOT \"Reread\"");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_receipts_ReceiptId",
                schema: "ingest",
                table: "receipts");

            migrationBuilder.DropIndex(
                name: "IX_receipts_ReceiptId_RequestId",
                schema: "ingest",
                table: "receipts");

            migrationBuilder.DropIndex(
                name: "IX_receipts_StoredName",
                schema: "ingest",
                table: "receipts");

            migrationBuilder.DropIndex(
                name: "IX_receipts_Tenant_StoredName",
                schema: "ingest",
                table: "receipts");

            migrationBuilder.DropColumn(
                name: "Reread",
                schema: "ingest",
                table: "receipts");

            migrationBuilder.DropColumn(
                name: "RereadBy",
                schema: "ingest",
                table: "batches");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_ReceiptId",
                schema: "ingest",
                table: "receipts",
                column: "ReceiptId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_StoredName",
                schema: "ingest",
                table: "receipts",
                columns: new[] { "Tenant", "StoredName" },
                unique: true);
        }
    }
}
